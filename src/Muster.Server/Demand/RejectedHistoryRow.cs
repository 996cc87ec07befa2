namespace Muster.Server.Demand;

/// <summary>A row that cannot be used; the others go in without it.</summary>
/// <param name="Line">The file's first is 1.</param>
/// <param name="Field">The column as the file calls it; empty when the row as a whole is meant.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Reason">What is wrong with it, and on a line of its own the remedy.</param>
public sealed record RejectedHistoryRow(long Line, string Field, string Value, string Reason)
{
    public override string ToString() => Field.Length == 0
        ? FormattableString.Invariant($"line {Line}: {Reason}")
        : FormattableString.Invariant($"line {Line}: {Field} {Reason}");
}
