using System.Globalization;
using Muster.Server.Demo.Content;
using NodaTime;

namespace Muster.Server.Demo.People;

/// <summary>Draws a unit's agents: the same seed draws the same people.</summary>
public sealed class CrewDraw
{
    private const int LowestLevel = 40;
    private const int HighestLevel = 100;
    private const int LongestYears = 9;
    private const int DaysOfYear = 365;

    // Nobody is hired in the weeks that are planned.
    private const int LeastDays = 28;

    private readonly CentreContent _content;
    private readonly LocalDate _monday;
    private readonly Random _dice;
    private readonly HashSet<string> _taken = [];

    private CrewDraw(CentreContent content, UnitContent unit, LocalDate monday) =>
        (_content, _monday, _dice) = (content, monday, new Random(content.Seed + unit.FirstNumber));

    /// <param name="monday">The first day that is planned.</param>
    public static IReadOnlyList<CentreAgent> Of(CentreContent content, UnitContent unit, LocalDate monday)
    {
        var draw = new CrewDraw(content, unit, monday);
        var agents = unit.Crew.SelectMany(row => draw.Row(unit, row)).Index()
            .Select(one => one.Item with { EmployeeNumber = Number(unit.FirstNumber + one.Index) }).ToList();
        if (unit.FirstAgent is { } first && agents.Count > 0)
        {
            agents[0] = agents[0] with
            {
                FirstName = first.FirstName,
                LastName = first.LastName,
                UserName = first.UserName,
            };
        }

        return agents;
    }

    private IEnumerable<CentreAgent> Row(UnitContent unit, CrewContent row)
    {
        var teams = row.Teams ?? unit.Teams;
        for (var number = 0; number < row.Agents; number++)
        {
            var (first, last) = Name();
            yield return new CentreAgent(
                "", first, last, teams[number % teams.Count], row.WorkPlan, Skills(row, number), HiredOn());
        }
    }

    // Of ten agents with a part of 0.6 it is six for certain, not about six.
    private List<(string Skill, int Level)> Skills(CrewContent row, int number)
    {
        var skills = new List<(string, int)>();
        foreach (var (place, (skill, part)) in row.Skills.Index())
        {
            // Each skill begins elsewhere in the row, else the same few would have all of them.
            var turn = (number + (place * row.Agents / row.Skills.Count)) % row.Agents;
            if (turn < Math.Round(part * row.Agents))
            {
                skills.Add((skill, _dice.Next(LowestLevel, HighestLevel + 1)));
            }
        }

        return skills;
    }

    private (string First, string Last) Name()
    {
        var (first, last) = (Pick(_content.FirstNames), Pick(_content.LastNames));
        while (!_taken.Add($"{first} {last}"))
        {
            (first, last) = (Pick(_content.FirstNames), Pick(_content.LastNames));
        }

        return (first, last);
    }

    private string Pick(IReadOnlyList<string> names) => names[_dice.Next(names.Count)];

    private LocalDate HiredOn() => _monday.PlusDays(-_dice.Next(LeastDays, LongestYears * DaysOfYear));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
