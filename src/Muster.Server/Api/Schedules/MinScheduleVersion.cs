using System.Globalization;
using Muster.Domain.Outcomes;

namespace Muster.Server.Api.Schedules;

/// <summary>The version of the published schedules that a caller knows of, and wants an answer by.</summary>
public static class MinScheduleVersion
{
    public const string Header = "Min-Schedule-Version";

    /// <returns>Null: whatever this node has.</returns>
    public static Outcome<long?> Of(HttpContext http)
    {
        var text = http.Request.Headers[Header].ToString();
        return text.Length == 0 ? (long?)null
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version
            : new Refusal.Invalid(Header, "must be a version of the schedules, such as 42.");
    }

    /// <summary>Says that this node is not that far; soon it is.</summary>
    public static IResult NotYet(HttpContext http, string why)
    {
        http.Response.Headers.RetryAfter = "1";
        return Problems.Result(http, ProblemKind.NotYet, why);
    }
}
