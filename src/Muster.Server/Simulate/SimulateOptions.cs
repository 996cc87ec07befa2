using System.Globalization;
using Muster.Domain.Outcomes;
using NodaTime;

namespace Muster.Server.Simulate;

/// <summary>Which centre is simulated on which day, how, and to which node it is told.</summary>
public sealed record SimulateOptions
{
    private const double FastestSpeed = 100_000;

    public required Uri Node { get; init; }

    /// <summary>Other servers of its cluster, which are asked when it does not answer.</summary>
    public IReadOnlyList<Uri> Others { get; init; } = [];

    /// <summary>The API client that reads and sends.</summary>
    public required string Client { get; init; }

    public required string Secret { get; init; }

    /// <summary>Name or id of a business unit or a management unit; null: the only business unit there is.</summary>
    public string? Unit { get; init; }

    /// <summary>Under which name events are sent.</summary>
    public string Source { get; init; } = "simulator";

    /// <summary>Null: today by the unit's clock, and every day that follows.</summary>
    public LocalDate? Date { get; init; }

    /// <summary>From when on it is told; null: now, or the beginning of <see cref="Date"/>.</summary>
    public LocalTime? From { get; init; }

    /// <summary>Null: the end of the day.</summary>
    public LocalTime? Until { get; init; }

    /// <summary>
    /// How many times as fast as the clock the past is told; null: as fast as the node takes it. What is later than now
    /// comes when it is time.
    /// </summary>
    public double? Speed { get; init; }

    /// <summary>The same seed, day and schedule give the same events.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Name or id of the forecast by which calls come; null: the latest that has the day.</summary>
    public string? Forecast { get; init; }

    /// <summary>Whether states that no adherence rule knows are mapped.</summary>
    public bool Map { get; init; }

    public CentreHabits Habits { get; init; } = new();

    /// <summary>Whether it goes on with the next day.</summary>
    public bool IsEndless => Date is null && Until is null;

    /// <summary>What is wrong with them; null when nothing is.</summary>
    public Refusal? Check()
    {
        var checks = new FieldChecks()
            .Text("--source", Source, 1, 100)
            .That(IsSpeed(Speed), "--speed", SpeedSentence(Speed))
            .That(!(From >= Until), "--until", $"{Until} is not after --from {From}.\nMaybe a later time of the day.");
        Habits.Check(checks);
        return checks.Refusal;
    }

    /// <summary>What is wrong with a speed; null when nothing is.</summary>
    public static Refusal? CheckSpeed(double? speed) =>
        new FieldChecks().That(IsSpeed(speed), "--speed", SpeedSentence(speed)).Refusal;

    private static bool IsSpeed(double? speed) => speed is null or (> 0 and <= FastestSpeed);

    private static string SpeedSentence(double? speed) => string.Create(
        CultureInfo.InvariantCulture,
        $"{speed} is not above 0 and at most {FastestSpeed}.\nMaybe 60: an hour in a minute.");
}
