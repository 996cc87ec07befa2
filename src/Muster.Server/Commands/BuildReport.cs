using System.Globalization;
using Muster.Scheduling.Score;
using Muster.Server.Scheduling;
using Spectre.Console;

namespace Muster.Server.Commands;

/// <summary>What came of a search: who works when, how much is covered, what was found.</summary>
internal sealed class BuildReport(BuildInput input, SearchNews news)
{
    private const int DaysOfWeek = 7;
    private const int MostRows = 60;

    /// <summary>Up to here the bound says how good a schedule is; beyond, it says little of the schedule.</summary>
    private const double TightGap = 0.2;

    public BuiltSchedule Schedule { get; } = BuiltSchedule.Of(input, news.Best);

    public bool IsValid => news.Score.IsValid;

    /// <summary>"12 s: cost 1,234, at most 2.1 % above what is possible."</summary>
    public static string Sentence(SearchNews news)
    {
        var cost = news.Score.IsValid
            ? string.Create(CultureInfo.InvariantCulture, $"cost {news.Score.Cost:N0}")
            : string.Create(CultureInfo.InvariantCulture, $"{news.Score.Breaches:N0} breaches of rules");
        var bound = news.Score.IsValid && news.Bound is > 0 and { } least ? MeasuredBy(news.Score.Cost, least) : "";
        return string.Create(CultureInfo.InvariantCulture, $"{news.Spent.TotalSeconds:0} s: {cost}{bound}.");
    }

    /// <summary>The cost beside the least that any schedule can cost, as far as the search has proved it.</summary>
    public static string MeasuredBy(long cost, long least)
    {
        var gap = (double)(cost - least) / least;
        return gap <= TightGap
            ? string.Create(CultureInfo.InvariantCulture, $", at most {100 * gap:0.0} % above what is possible")
            : string.Create(CultureInfo.InvariantCulture,
                $", of which at least {100.0 * least / cost:0} % cannot be avoided");
    }

    public void Write()
    {
        for (var week = 0; week * DaysOfWeek < input.Problem.Days; week++)
        {
            Terminal.Out.Write(TableOf(week));
        }

        var rest = Schedule.Agents.Count - MostRows;
        if (rest > 0)
        {
            Terminal.Out.WriteLine($"And {rest} more: --out writes all of them.");
        }

        Terminal.Out.WriteLine(Coverage());
        Terminal.Out.WriteLine(Sentence(news));
        foreach (var finding in Findings())
        {
            Terminal.Out.WriteLine($"- {finding}");
        }
    }

    private Table TableOf(int week)
    {
        var days = Enumerable.Range(week * DaysOfWeek, DaysOfWeek).ToList();
        var table = Terminal.Table(
            ["", .. days.Select(day => input.Problem.FirstDay.PlusDays(day)
                .ToString("ddd d MMM", CultureInfo.InvariantCulture))]);
        foreach (var agent in Schedule.Agents.Take(MostRows))
        {
            table.AddRow([agent.Name.EscapeMarkup(), .. days.Select(day => Cell(agent, day))]);
        }

        return table;
    }

    private string Cell(BuiltAgent agent, int day) =>
        agent.Shifts.FirstOrDefault(shift => shift[0] == day) is { } shift
            ? $"{Clock(day, shift[1])}-{Clock(day, shift[1] + shift[2])}"
            : "";

    private string Clock(int day, int elapsed)
    {
        var minutes = input.Calendar.ClockAt(day, elapsed);
        return string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");
    }

    private string Coverage()
    {
        var hours = Schedule.IntervalMinutes / 60.0;
        var required = Schedule.Required.Sum(group => group.Sum()) * hours;
        var missing = Schedule.Required.Zip(
            Schedule.Served, (need, have) => need.Zip(have, (n, h) => Math.Max(0, n - h)).Sum()).Sum() * hours;
        return required == 0
            ? "Nobody is required."
            : string.Create(CultureInfo.InvariantCulture,
                $"{100 * (required - missing) / required:0.0} % of {required:N0} required hours are covered.");
    }

    private IEnumerable<string> Findings() => input.Findings.Concat(news.Contradictions).Concat(
        Scoring.Breaches(input.Problem, news.Best).Where(breach => breach.Rule.IsHard).Select(breach => breach.Text));
}
