namespace Muster.Storage.Migrations;

/// <summary>A step of the schema: its number, its name and its SQL, as embedded from <c>NNNN_name.sql</c>.</summary>
public sealed record Migration(int Number, string Name, string Sql);
