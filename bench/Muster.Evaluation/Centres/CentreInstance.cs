namespace Muster.Evaluation.Centres;

/// <summary>A contact centre's week or weeks. Days count from 0, a Monday; slots from its midnight.</summary>
public sealed record CentreInstance
{
    public const int SlotMinutes = 15;

    public const int SlotsPerDay = 96;

    public const int UnderWeight = 10;

    public const int OverWeight = 1;

    public const int MinRestMinutes = 11 * 60;

    public const int MaxConsecutiveDays = 6;

    /// <summary>On queue between any two of start, rests and end.</summary>
    public const int MinWorkMinutes = 60;

    public required int Days { get; init; }

    /// <summary>Planning groups.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    public required IReadOnlyList<CentreAgent> Agents { get; init; }

    /// <summary>Agents on queue, by group and slot.</summary>
    public required int[,] Required { get; init; }

    public int Slots => Days * SlotsPerDay;

    /// <summary>Half of them; a single week may have its own worked.</summary>
    public int MaxWeekends => Math.Max(1, Days / 14);
}
