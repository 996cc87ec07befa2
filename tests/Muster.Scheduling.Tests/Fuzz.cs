using FsCheck;
using FsCheck.Fluent;
using Muster.Scheduling.Problem;
using Muster.Scheduling.Rules;
using Muster.Scheduling.Search;

namespace Muster.Scheduling.Tests;

/// <summary>Tiny random problems, contradictory ones among them; a seed gives always the same one.</summary>
internal static class Fuzz
{
    public static Gen<int> Seeds { get; } = Gen.Choose(0, 1_000_000);

    public static void Check(int count, Func<int, bool> holds) => Prop.ForAll(Seeds.ToArbitrary(), holds)
        .Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(count));

    /// <summary>A roster of up to three employees, seven days and three shift types.</summary>
    public static SchedulingProblem Roster(int seed)
    {
        var chance = new RandomSource((ulong)seed, 7);
        var (days, options) = (2 + chance.Next(6), 1 + chance.Next(3));
        return new SchedulingProblem
        {
            Days = days,
            FirstDay = new NodaTime.LocalDate(2024, 1, 1).PlusDays(chance.Next(7)),
            Options = [.. Enumerable.Range(0, options).Select(option => new ShiftOption
            {
                Name = $"{(char)('A' + option)}",
                Start = 360 * (option + 1),
                Length = 480 + (120 * chance.Next(2)),
                Kind = option == 0 ? "early" : "late",
            })],
            Demand = new ShiftDemand { Needs = [.. Enumerable.Range(0, days * options).Select(_ => NeedOf(chance))] },
            Employees = [.. Enumerable.Range(0, 1 + chance.Next(3)).Select(index => new Employee
            {
                Name = $"employee {index}",
                Rules = [.. RulesOf(chance, days, options)],
                History = chance.Next(4) == 0 ? new History(chance.Next(7) - 3) : null,
            })],
        };
    }

    /// <summary>Two or three agents over two or three days on a grid of half hours.</summary>
    public static SchedulingProblem Centre(int seed)
    {
        var chance = new RandomSource((ulong)seed, 8);
        var (days, stretch) = (2 + chance.Next(2), chance.Next(2) * 60);
        ShiftBreak[] pauses = stretch > 0 ? [] :
        [
            new ShiftBreak { Name = "meal", Minutes = 30, EarliestAfterStart = 60, EndsBeforeStop = 60 },
        ];
        var shifts = new GeneratedShifts
        {
            Starts = [(360, 600)],
            StartStep = 60,
            MinLength = 180,
            MaxLength = 300,
            LengthStep = 60,
            Breaks = pauses,
        };
        return new SchedulingProblem
        {
            Days = days,
            Options = [.. shifts.All()],
            Demand = new IntervalDemand
            {
                Groups = ["sales", "service"],
                IntervalMinutes = 30,
                StretchMinutes = stretch,
                Needs = [.. Enumerable.Range(0, days * 48 * 2).Select(row =>
                    row / 2 % 48 is >= 12 and < 24 ? NeedOf(chance) : new Need(0, 0, 0, 1))],
            },
            Employees = [.. Enumerable.Range(0, 2 + chance.Next(2)).Select(index => new Employee
            {
                Name = $"agent {index}",
                Groups = chance.Next(3) switch { 0 => [0], 1 => [1], _ => [0, 1] },
                Rules = [new RestBetweenShifts(60 * (12 + chance.Next(8))), new PaidTime(300, 600)],
            })],
        };
    }

    /// <summary>Sixty agents of three kinds over a week, on a grid of half hours.</summary>
    public static SchedulingProblem Week(int seed)
    {
        var chance = new RandomSource((ulong)seed, 10);
        var shifts = new GeneratedShifts
        {
            Starts = [(360, 900)],
            StartStep = 60,
            MinLength = 360,
            MaxLength = 540,
            LengthStep = 60,
            Breaks = [new ShiftBreak { Name = "meal", Minutes = 30, EarliestAfterStart = 120, EndsBeforeStop = 120 }],
        };
        return new SchedulingProblem
        {
            Days = 7,
            Options = [.. shifts.All()],
            Demand = new IntervalDemand
            {
                Groups = ["sales", "service"],
                IntervalMinutes = 30,
                Needs = [.. Enumerable.Range(0, 7 * 48 * 2).Select(row =>
                    row / 2 % 48 is >= 12 and < 46 and var slot ? new Need(Calls(slot), Calls(slot), 10, 1)
                        : new Need(0, 0, 0, 1))],
            },
            Employees = [.. Enumerable.Range(0, 60).Select(index => new Employee
            {
                Name = $"agent {index}",
                Groups = (index % 3) switch { 0 => [0], 1 => [1], _ => [0, 1] },
                Rules =
                [
                    new RestBetweenShifts(660), new PaidTime(1_500, 2_400), new WorkingDays(4, 5),
                    new DayOff(chance.Next(7)),
                ],
            })],
        };
    }

    /// <summary>
    /// Three agents with one to three skills over two days of four hours, without breaks: few enough to try everything.
    /// </summary>
    public static SchedulingProblem Skilled(int seed)
    {
        var chance = new RandomSource((ulong)seed, 9);
        return new SchedulingProblem
        {
            Days = 2,
            Options = [.. new GeneratedShifts
            {
                Starts = [(480, 600)],
                StartStep = 60,
                MinLength = 120,
                MaxLength = 180,
                LengthStep = 60,
            }.All().Take(3)],
            Demand = new IntervalDemand
            {
                Groups = ["sales", "service", "complaints"],
                IntervalMinutes = 60,
                Needs = [.. Enumerable.Range(0, 2 * 24 * 3).Select(row =>
                    row / 3 % 24 is >= 8 and < 12 ? NeedOf(chance) with { UnderSquare = chance.Next(2) }
                        : new Need(0, 0, 0, 1))],
            },
            Employees = [.. Enumerable.Range(0, 3).Select(index => new Employee
            {
                Name = $"agent {index}",
                Groups = chance.Next(3) switch { 0 => [chance.Next(3)], 1 => [0, 1 + chance.Next(2)], _ => [0, 1, 2] },
                Rules = [.. SkilledRules(chance)],
            })],
        };
    }

    private static int Calls(int slot) => 6 + (int)(7 * Math.Sin((slot - 12) * Math.PI / 17));

    private static IEnumerable<Rule> SkilledRules(RandomSource chance)
    {
        yield return new PaidTime(60 * chance.Next(5), 60 * (3 + chance.Next(4)));
        if (chance.Next(3) == 0)
        {
            yield return new DayOff(chance.Next(2)) { Penalty = chance.Next(2) == 0 ? null : 1 + chance.Next(9) };
        }

        if (chance.Next(3) == 0)
        {
            yield return new ShiftCost { Penalty = 1 };
        }

        if (chance.Next(4) == 0)
        {
            yield return new WorkingDays(0, 1) { Penalty = 1 + chance.Next(9) };
        }
    }

    private static Need NeedOf(RandomSource chance)
    {
        var least = chance.Next(3);
        return new Need(least, least + chance.Next(2), 1 + chance.Next(20), chance.Next(3))
        {
            OverSquare = chance.Next(2),
            HardLeast = chance.Next(8) == 0,
        };
    }

    private static IEnumerable<Rule> RulesOf(RandomSource chance, int days, int options)
    {
        int? Soft() => chance.Next(3) == 0 ? null : 1 + chance.Next(15);
        Func<Rule>[] all =
        [
            () => new PaidTime(480 * chance.Next(4), 480 * (2 + chance.Next(4))) { Penalty = Soft() },
            () => new PaidTime(0, 480 * (2 + chance.Next(4)), RuleSpan.Week) { Penalty = Soft() },
            () => new WorkingDays(chance.Next(3), 2 + chance.Next(4)) { Penalty = Soft() },
            () => new ConsecutiveDaysOn(1 + chance.Next(2), 2 + chance.Next(3)) { Penalty = Soft() },
            () => new ConsecutiveDaysOff(1 + chance.Next(3)) { Penalty = Soft() },
            () => new ConsecutiveDaysOff(1, 2 + chance.Next(2)) { Penalty = Soft() },
            () => new Weekends(chance.Next(2)) { Penalty = Soft() },
            () => new WholeWeekends { Penalty = Soft() },
            () => new RestBetweenShifts(600 + (60 * chance.Next(6))) { Penalty = Soft() },
            () => new ForbiddenSuccession(options - 1, [0]) { Penalty = Soft() },
            () => new SteadyStarts(120) { Penalty = Soft() },
            () => new ShiftCount([0], chance.Next(2), 1 + chance.Next(2)) { Penalty = Soft() },
            () => new DayOff(chance.Next(days)) { Penalty = Soft() },
            () => new FixedShift(chance.Next(days), chance.Next(options)) { Penalty = Soft() },
            () => new UnwantedShift(chance.Next(days), chance.Next(options)) { Penalty = Soft() },
            () => new ShiftCost { Penalty = 1 },
        ];
        var count = 1 + chance.Next(6);
        for (var i = 0; i < count; i++)
        {
            yield return all[chance.Next(all.Length)]();
        }
    }
}
