namespace Muster.Evaluation.Centres;

/// <summary>A shift of an agent.</summary>
/// <param name="Start">Slot of the horizon.</param>
/// <param name="Slots">From start to end, rests included.</param>
/// <param name="Rests">In order.</param>
public sealed record CentreShift(string Agent, int Start, int Slots, IReadOnlyList<CentreRest> Rests)
{
    /// <summary>The slot after the last.</summary>
    public int End => Start + Slots;

    public int Day => Start / CentreInstance.SlotsPerDay;

    public IEnumerable<int> OnQueue()
    {
        var next = Start;
        foreach (var rest in Rests)
        {
            for (; next < rest.Slot; next++)
            {
                yield return next;
            }

            next = Math.Max(next, rest.Slot + rest.Slots);
        }

        for (; next < End; next++)
        {
            yield return next;
        }
    }
}
