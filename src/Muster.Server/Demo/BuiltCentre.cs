namespace Muster.Server.Demo;

/// <summary>The demonstration's contact centre as a start finds or leaves it.</summary>
/// <param name="BusinessUnit">Null: nobody could look.</param>
/// <param name="Sentence">About it.</param>
public sealed record BuiltCentre(Guid? BusinessUnit, string Sentence);
