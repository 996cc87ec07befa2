namespace Muster.Adherence.Schedules;

/// <summary>What is scheduled, and by which day; both <see cref="Piece.None"/>: nothing.</summary>
internal readonly record struct Scheduled(ushort Code, ushort Day)
{
    public static readonly Scheduled Nothing = new(Piece.None, Piece.None);
}
