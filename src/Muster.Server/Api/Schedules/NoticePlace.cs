using System.Globalization;
using Muster.Domain.Schedules;

namespace Muster.Server.Api.Schedules;

/// <summary>Where a list of notices goes on: by version downwards, then by agent.</summary>
internal static class NoticePlace
{
    public static object Of(ScheduleNotice notice) =>
        string.Create(CultureInfo.InvariantCulture, $"{notice.Version} {notice.Agent}");

    /// <summary>The beginning for whatever no list gave.</summary>
    public static (long Version, Guid Agent) Read(string place)
    {
        var words = place.Split(' ');
        return words.Length == 2 && long.TryParse(words[0], CultureInfo.InvariantCulture, out var version)
            && Guid.TryParse(words[1], out var agent)
                ? (version, agent)
                : (long.MaxValue, Guid.Empty);
    }
}
