using Muster.Server.Tests.Demand;
using Muster.Testing;

namespace Muster.Server.Tests.Commands;

/// <summary>A node with a forecast "Plan" of two planning groups, and the program beside it.</summary>
public sealed class StaffingPlace : IAsyncLifetime
{
    private static readonly string[] Tuesday = ["--date", "2026-03-31"];

    private DemandStage _stage = null!;

    public async ValueTask InitializeAsync()
    {
        _stage = await DemandStage.SetAsync();
        await _stage.MakeGroupAsync("Cards", "cards");
        await _stage.TellAsync(new DateOnly(2026, 3, 2), 4);
        await _stage.TellAsync(new DateOnly(2026, 3, 2), 4, "cards");
        await ForecastAsync("Plan");
    }

    /// <returns>Its id.</returns>
    public async Task<string> ForecastAsync(string name) =>
        (await _stage.ForecastAsync(new { name })).GetProperty("id").GetString()!;

    /// <summary>Runs the program and answers what it says.</summary>
    public async Task<string> RunAsync(int code, params string[] arguments)
    {
        using var muster = MusterProcess.Start(
            ["staffing", .. arguments, .. Tuesday, "--database", _stage.Node.Database.ConnectionString]);
        Assert.True(code == await muster.EndAsync(), muster.Said);
        return muster.Said;
    }

    public ValueTask DisposeAsync() => _stage.DisposeAsync();
}
