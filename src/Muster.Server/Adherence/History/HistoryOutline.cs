namespace Muster.Server.Adherence.History;

/// <summary>What rows there may be: for each part of the time one of each group.</summary>
internal sealed class HistoryOutline(HistoryScope scope, HistoryBy by)
{
    public HistoryAxis Axis { get; } = new(by, scope);

    public IReadOnlyList<HistoryGroup> Groups { get; } = HistoryGroup.Of(scope, by);

    public HistoryBy By => by;

    public HistoryScope Scope => scope;

    /// <summary>What a row is after which the list goes on; null when there is none such.</summary>
    public (long Part, int Group)? Find(HistoryPlace place)
    {
        var group = Groups.Index().Where(one => one.Item.Key == place.Group).Select(one => (int?)one.Index)
            .FirstOrDefault();
        return place.By == by && place.Part >= Axis.First && place.Part < Axis.End && group is { } number
            ? (place.Part, number)
            : null;
    }

    /// <summary>The rows in their order, in slices of about so many.</summary>
    /// <param name="after">The row after which to begin; null: at the beginning.</param>
    public IEnumerable<HistorySlice> Slices(int rows, (long Part, int Group)? after) =>
        HistorySlice.Of((Axis.First, Axis.End, Axis.MostAtOnce), Groups.Count, rows, after);

    public HistoryPlace PlaceOf(HistoryRow row) => new(by, row.Part, row.Group.Key);
}
