using Muster.Domain.Demand;
using Muster.Domain.Organization;

namespace Muster.Server.Intraday;

/// <summary>What was forecast for a day.</summary>
/// <param name="Forecast">Null: nothing was.</param>
/// <param name="Notes">What of it cannot be used or is of another forecast, in sentences.</param>
public sealed record ForecastOfDay(
    ForecastScenario? Forecast, IReadOnlyList<GroupForecast> Groups, IReadOnlyList<string> Notes)
{
    public static ForecastOfDay None { get; } = new(null, [], []);

    public bool Has(PlanningGroupId group) => Groups.Any(one => one.Group.Id == group);

    /// <summary>With the planning groups that only an older forecast has.</summary>
    public ForecastOfDay Then(ForecastOfDay older)
    {
        if (Forecast is not { } newest)
        {
            return older.Groups.Count > 0 ? older : this;
        }

        var more = older.Groups.Where(one => !Has(one.Group.Id)).ToList();
        return more.Count == 0 ? this : this with
        {
            Groups = [.. Groups, .. more],
            Notes =
            [
                .. Notes,
                $"Of an older forecast, {older.Forecast!.Name}, which {newest.Name} does not replace: "
                    + $"{string.Join(", ", more.Select(one => one.Group.Name))}.",
            ],
        };
    }
}
