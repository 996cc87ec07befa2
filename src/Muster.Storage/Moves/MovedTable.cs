namespace Muster.Storage.Moves;

/// <summary>A table with the two statements that take its rows from one database to another.</summary>
internal sealed record MovedTable(string Name, string Read, string Write);
