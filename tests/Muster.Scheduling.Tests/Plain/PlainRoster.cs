using Muster.Scheduling.Problem;
using Muster.Scheduling.Rules;
using Muster.Scheduling.Search;

namespace Muster.Scheduling.Tests.Plain;

/// <summary>A small random roster in plain numbers, and the same as the engine's problem.</summary>
internal sealed record PlainRoster
{
    private static readonly NodaTime.LocalDate Monday = new(2024, 1, 1);

    public required int Days { get; init; }

    /// <summary>Monday is 0.</summary>
    public required int FirstWeekday { get; init; }

    public required IReadOnlyList<(int Start, int Hours)> Options { get; init; }

    /// <summary><c>day * options + option</c>.</summary>
    public required IReadOnlyList<(int Wanted, int Few, int Many, bool IsHard)> Needs { get; init; }

    public required IReadOnlyList<PlainContract> Staff { get; init; }

    /// <summary>Who would not like what, and what it costs.</summary>
    public required IReadOnlyList<(int Employee, int Day, int Option, int Cost)> Wishes { get; init; }

    public static PlainRoster Of(int seed)
    {
        var chance = new RandomSource((ulong)seed, 77);
        var isHard = seed % 4 == 0;
        var (days, options) = (isHard ? 3 : 2 + chance.Next(5), 1 + chance.Next(2) + (isHard ? 0 : chance.Next(2)));
        var staff = isHard ? 2 : 1 + chance.Next(3);
        return new PlainRoster
        {
            Days = days,
            FirstWeekday = chance.Next(7),
            Options = [.. Enumerable.Range(0, options).Select(option => (6 + (8 * option), 6 + (2 * chance.Next(3))))],
            Needs = [.. Enumerable.Range(0, days * options).Select(_ =>
                (chance.Next(3), 1 + chance.Next(30), chance.Next(3), isHard && chance.Next(3) == 0))],
            Staff = [.. Enumerable.Range(0, staff).Select(_ => ContractOf(chance, days, options))],
            Wishes = [.. Enumerable.Range(0, chance.Next(5)).Select(_ =>
                (chance.Next(staff), chance.Next(days), chance.Next(options), 1 + chance.Next(9)))],
        };
    }

    public SchedulingProblem ToProblem() => new()
    {
        Days = Days,
        FirstDay = Monday.PlusDays(FirstWeekday),
        Options = [.. Options.Select((option, index) =>
            new ShiftOption { Name = $"{index}", Start = option.Start * 60, Length = option.Hours * 60 })],
        Demand = new ShiftDemand
        {
            Needs = [.. Needs.Select(need =>
                new Need(need.Wanted, need.Wanted, need.Few, need.Many) { HardLeast = need.IsHard })],
        },
        Employees = [.. Staff.Select((contract, index) =>
            new Employee { Name = $"employee {index}", Rules = [.. RulesOf(contract), .. WishesOf(index)] })],
    };

    private static PlainContract ContractOf(RandomSource chance, int days, int options)
    {
        var least = 6 * chance.Next(4);
        return new PlainContract
        {
            LeastHours = least,
            MostHours = least + (4 * chance.Next(8)),
            LeastRun = 1 + chance.Next(3),
            MostRun = 1 + chance.Next(5),
            LeastRest = 1 + chance.Next(3),
            MostWeekends = chance.Next(3),
            HoursBetween = 8 + chance.Next(10),
            MostOf = [.. Enumerable.Range(0, options).Select(_ => chance.Next(5))],
            DaysOff = Enumerable.Range(0, chance.Next(3)).Select(_ => chance.Next(days)).ToHashSet(),
            Fixed = chance.Next(4) > 0 ? new Dictionary<int, int>()
                : new Dictionary<int, int> { [chance.Next(days)] = chance.Next(options) },
        };
    }

    private static IEnumerable<Rule> RulesOf(PlainContract contract) =>
    [
        new PaidTime(contract.LeastHours * 60, contract.MostHours * 60),
        new ConsecutiveDaysOn(contract.LeastRun, contract.MostRun),
        new ConsecutiveDaysOff(contract.LeastRest),
        new Weekends(contract.MostWeekends),
        new RestBetweenShifts(contract.HoursBetween * 60),
        .. contract.MostOf.Select((most, option) => new ShiftCount([option], 0, most)),
        .. contract.DaysOff.Select(day => new DayOff(day)),
        .. contract.Fixed.Select(one => new FixedShift(one.Key, one.Value)),
    ];

    private IEnumerable<Rule> WishesOf(int employee) => Wishes.Where(wish => wish.Employee == employee)
        .Select(wish => new UnwantedShift(wish.Day, wish.Option) { Penalty = wish.Cost });
}
