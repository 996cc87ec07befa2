namespace Muster.Domain.Sources;

/// <summary>The source cannot tell what happened since a cursor.</summary>
public sealed class CursorRefusedException(string message) : Exception(message);
