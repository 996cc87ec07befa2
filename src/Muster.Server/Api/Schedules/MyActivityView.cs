using Muster.Domain.Organization;

namespace Muster.Server.Api.Schedules;

/// <summary>What an activity code is called, and how it looks.</summary>
public sealed record MyActivityView(Guid Id, string Name, ActivityCategory Category, bool Paid, string Colour)
{
    public static MyActivityView Of(ActivityCode code) =>
        new(code.Id.Value, code.Name, code.Category, code.Paid, code.Colour);
}
