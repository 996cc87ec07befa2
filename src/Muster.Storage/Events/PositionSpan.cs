namespace Muster.Storage.Events;

/// <summary>Which positions of a source's run were written together: all lie in <c>[Low, High]</c>.</summary>
public readonly record struct PositionSpan(int Source, int Run, long Low, long High);
