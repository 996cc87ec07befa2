using Muster.Server.Api.Adherence;

namespace Muster.Server.Adherence.Today;

/// <summary>How the agents of a management unit stand. Immutable.</summary>
/// <param name="Number">Of the snapshot in which it last changed.</param>
/// <param name="WholeSince">Who knows an earlier one is told all: somebody has left the unit since.</param>
public sealed record UnitWall(long Number, long WholeSince, IReadOnlyList<WallRow> Rows)
{
    private WallFiguresView? _figures;

    public static UnitWall Empty { get; } = new(0, 0, []);

    /// <summary>Reckoned when first asked for: most walls are looked at by nobody.</summary>
    public WallFiguresView Figures => _figures ??= WallFiguresView.Of(Rows);
}
