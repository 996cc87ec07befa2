using Muster.Browser.Tests.People;
using Muster.Browser.Tests.Schedule;
using Muster.Testing;

namespace Muster.Browser.Tests.Adherence;

/// <summary>Two agents of whom results of a week are stored: Ann keeps to her schedule, Bo does not.</summary>
internal static class HistoryStage
{
    public const string Monday = "2026-06-08";

    /// <returns>The address of their week.</returns>
    public static async Task<string> SetAsync(DemoNode demo)
    {
        var ada = await demo.SessionAsync("ada");
        var company = await Company.FoundAsync(ada);
        foreach (var (name, adherent) in ((string, int)[])[("Ann", 891), ("Bo", 630)])
        {
            await StoreAsync(demo, await Crew.HireAsync(ada, company, name, null), adherent);
        }

        return $"/adherence/history?unit={company.Part}&from={Monday}&to=2026-06-14&by=agent";
    }

    // Eight hours on each of five days.
    private static Task<int> StoreAsync(DemoNode demo, string agent, int adherent) => TestDatabase.ExecuteAsync(
        demo.Connection, $"""
        INSERT INTO muster.adherence_interval
        SELECT '{agent}', '{Monday} 06:00Z'::timestamptz + d * interval '1 day' + q * interval '15 minutes', {adherent},
            900 - {adherent}, 0, 0, 0, 0, 0, 900, 900, {adherent}, {adherent}, 900 - {adherent}, 0, 0, 0, 0, 0, 0, 0, 0,
            0, 0
        FROM generate_series(0, 4) d, generate_series(0, 31) q
        """);
}
