using Muster.Server.Demand;

namespace Muster.Server.Api.Demand;

/// <summary>A row that could not be used.</summary>
/// <param name="Line">The file's first is 1.</param>
/// <param name="Field">The column as the file calls it; empty when the row as a whole is meant.</param>
public sealed record RejectedRowView(long Line, string Field, string Value, string Reason)
{
    public static RejectedRowView Of(RejectedHistoryRow row) => new(row.Line, row.Field, row.Value, row.Reason);
}
