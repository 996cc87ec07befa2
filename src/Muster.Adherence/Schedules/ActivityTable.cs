using Muster.Adherence.Results;
using Muster.Domain.Organization;

namespace Muster.Adherence.Schedules;

/// <summary>Small numbers for activity codes. Grows only.</summary>
internal sealed class ActivityTable
{
    private readonly Dictionary<ActivityCodeId, ushort> _ids = [];
    private readonly List<ActivityFacts> _facts = [];

    public int Count => _facts.Count;

    public ActivityFacts this[int index] => _facts[index];

    /// <summary>Adds codes, or takes their new facts; true: some that were known have changed.</summary>
    public bool Apply(IEnumerable<ActivityFacts> activities)
    {
        var hasChanged = false;
        foreach (var one in activities)
        {
            if (!_ids.TryGetValue(one.Id, out var index))
            {
                _ids[one.Id] = checked((ushort)_facts.Count);
                _facts.Add(one);
            }
            else if (_facts[index] != one)
            {
                _facts[index] = one;
                hasChanged = true;
            }
        }

        return hasChanged;
    }

    /// <exception cref="ArgumentException">It was never told of.</exception>
    public ushort IndexOf(ActivityCodeId id) => _ids.TryGetValue(id, out var index)
        ? index
        : throw new ArgumentException(
            $"A schedule names the activity code {id}, of which the engine was not told.\n"
            + "Maybe apply the unit's activity codes, removed ones too, before its schedules.");

    public PieceFlags FlagsOf(ushort code)
    {
        if (code == Piece.None || _facts[code].Category == ActivityCategory.TimeOff)
        {
            return PieceFlags.None;
        }

        var facts = _facts[code];
        return PieceFlags.Scheduled
            | (facts.Category == ActivityCategory.OnQueue ? PieceFlags.OnQueue : PieceFlags.None)
            | (facts.CountsAsWork && Piece.IsAtWork((Actual)facts.Category) ? PieceFlags.Work : PieceFlags.None);
    }
}
