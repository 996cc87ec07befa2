namespace Muster.Server.Demand;

/// <summary>A row of a file as text.</summary>
/// <param name="Line">The file's first is 1.</param>
/// <param name="IsBroken">A quotation mark in it is wrong.</param>
internal readonly record struct CsvRecord(long Line, string[] Cells, bool IsBroken)
{
    /// <summary>Empty where the row has no such field.</summary>
    public string Cell(int place) => place < Cells.Length ? Cells[place] : "";
}
