namespace Muster.Evaluation.Tours;

/// <summary>A shift: its stretches follow each other without a gap.</summary>
/// <param name="Start">Slot.</param>
public sealed record TourShift(string Employee, int Start, IReadOnlyList<TourStretch> Stretches)
{
    public int Slots => Stretches.Sum(stretch => stretch.Slots);

    /// <summary>The slot after the last.</summary>
    public int End => Start + Slots;

    /// <summary>The task of each slot, from the start on.</summary>
    public IEnumerable<(int Slot, int Task)> Work() => Stretches
        .SelectMany(stretch => Enumerable.Repeat(stretch.Task, stretch.Slots))
        .Select((task, index) => (Start + index, task));
}
