namespace Muster.Storage.Events;

/// <summary>A state event before it has its place in the log.</summary>
/// <param name="Source">The source's number.</param>
/// <param name="At">When it happened: the source's time and its clock offset.</param>
/// <param name="State">The number of its state and reason code.</param>
/// <param name="Content">A hash of what the source said.</param>
public readonly record struct NewEvent(
    int Source, int Run, long Position, DateTime At, Guid Agent, int State, long Content);
