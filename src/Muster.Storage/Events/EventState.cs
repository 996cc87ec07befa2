namespace Muster.Storage.Events;

/// <summary>A state and a reason code as a source calls them.</summary>
/// <param name="Source">The source's number.</param>
/// <param name="Reason">Empty: none was told.</param>
public sealed record EventState(int Id, int Source, string State, string Reason);
