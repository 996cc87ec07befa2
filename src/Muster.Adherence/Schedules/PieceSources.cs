namespace Muster.Adherence.Schedules;

/// <summary>All that makes a piece, each with its own seconds of change.</summary>
internal sealed record PieceSources(
    StepList<Scheduled> Newest, StepList<Acceptance> Accept, StepList<Scheduled> Known,
    StepList<Acceptance> KnownAccept, StepList<byte> Rules, StepList<ushort> LocalDay, StepList<ushort> Approved)
{
    private const ushort Everything = ushort.MaxValue;

    /// <summary>Every second at which anything changes, in order.</summary>
    public IEnumerable<uint> Starts()
    {
        var starts = new List<uint>();
        Newest.AddStartsTo(starts);
        Accept.AddStartsTo(starts);
        Known.AddStartsTo(starts);
        KnownAccept.AddStartsTo(starts);
        Rules.AddStartsTo(starts);
        LocalDay.AddStartsTo(starts);
        Approved.AddStartsTo(starts);
        starts.Sort();
        return starts.Distinct();
    }

    /// <summary>The piece at a second that is no earlier than the one asked before.</summary>
    public Piece Read(uint second, ActivityTable activities)
    {
        var (scheduled, known) = (Newest.Read(second), Known.Read(second));
        var (accept, knownAccept) = (Accept.Read(second), KnownAccept.Read(second));
        var (rules, approved, local) = (Rules.Read(second), Approved.Read(second), LocalDay.Read(second));

        // Where a change took an activity away, it is that day's version which says so.
        var day = scheduled.Day != Piece.None ? scheduled.Day : known.Day != Piece.None ? known.Day : local;
        var flags = activities.FlagsOf(scheduled.Code) | (accept.IsIgnored ? PieceFlags.Ignored : PieceFlags.None);
        return new Piece(
            second, accept.Mask, knownAccept.IsIgnored ? Everything : knownAccept.Mask, scheduled.Code, rules, flags,
            day, approved);
    }
}
