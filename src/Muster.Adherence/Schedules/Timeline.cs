using Muster.Adherence.Events;

namespace Muster.Adherence.Schedules;

/// <summary>
/// All that an agent is judged by, from the beginning of time to its end: pieces without gap, the first from 0.
/// Immutable.
/// </summary>
internal sealed class Timeline(Piece[] pieces, KnownDay[] days, Approval[] approvals)
{
    public ReadOnlySpan<Piece> Pieces => pieces;

    public int Count => pieces.Length;

    public ref readonly Piece this[int index] => ref pieces[index];

    public KnownDay DayOf(in Piece piece) => piece.Day == Piece.None ? default : days[piece.Day];

    public Approval? ApprovalOf(in Piece piece) => piece.Approval == Piece.None ? null : approvals[piece.Approval];

    /// <summary>When the piece at an index ends.</summary>
    public uint EndOf(int index) => index + 1 < pieces.Length ? pieces[index + 1].Start : UnixSeconds.Never;

    /// <summary>The index of the piece that a second lies in.</summary>
    public int At(uint second)
    {
        var (low, high) = (0, pieces.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (pieces[middle].Start <= second)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    /// <summary>The first of the pieces up to an index, without a gap, at which the same is scheduled.</summary>
    public int BeginOfActivity(int index)
    {
        while (index > 0 && pieces[index - 1].Code == pieces[index].Code)
        {
            index--;
        }

        return index;
    }

    /// <summary>The next piece after an index at which something else is scheduled; null: none.</summary>
    public int? NextActivity(int index)
    {
        var code = pieces[index].Code;
        for (var next = index + 1; next < pieces.Length; next++)
        {
            if (pieces[next].Code != code)
            {
                return next;
            }
        }

        return null;
    }

    /// <summary>From here on another timeline judges otherwise; <see cref="UnixSeconds.Never"/>: it does not.</summary>
    public uint DifferentFrom(Timeline other)
    {
        var most = Math.Min(Count, other.Count);
        for (var i = 0; i < most; i++)
        {
            var (one, two) = (pieces[i], other[i]);
            var isSame = one with { Day = 0, Approval = 0 } == two with { Day = 0, Approval = 0 }
                && DayOf(one) == other.DayOf(two) && ApprovalOf(one) == other.ApprovalOf(two);
            if (!isSame)
            {
                return Math.Min(one.Start, two.Start);
            }
        }

        return Count == other.Count ? UnixSeconds.Never : Math.Min(EndOf(most - 1), other.EndOf(most - 1));
    }
}
