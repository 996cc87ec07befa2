using System.Globalization;

namespace Muster.Adherence.Tests.Proof;

/// <summary>
/// Many days of many agents, as they are heard and once more from the log. MUSTER_ADHERENCE_DAYS and
/// MUSTER_ADHERENCE_AGENTS set how many: 30 and 5000 take minutes.
/// </summary>
public sealed class MonthTests(ITestOutputHelper output)
{
    [Fact]
    public void A_replay_in_order_of_time_gives_every_figure_of_the_live_run_bit_for_bit()
    {
        var (days, agents) = (Setting("MUSTER_ADHERENCE_DAYS", 4), Setting("MUSTER_ADHERENCE_AGENTS", 20));
        var month = new Month(agents);

        var live = month.Live(days);
        var replayed = month.Replay(days);

        output.WriteLine($"{days} days of {agents} agents, {month.Late} late events: {live[^1]}");
        Assert.Equal(live, replayed);
        Assert.Equal(days, live.Distinct().Count());
        Assert.True(month.Late > agents, "too few late events to prove anything");
    }

    private static int Setting(string name, int usual) => Environment.GetEnvironmentVariable(name) is { } text
        ? int.Parse(text, CultureInfo.InvariantCulture)
        : usual;
}
