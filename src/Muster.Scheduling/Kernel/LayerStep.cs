namespace Muster.Scheduling.Kernel;

/// <param name="Day">The day, or the one with which a span ends.</param>
/// <param name="Span">Which span of the axis ended.</param>
internal readonly record struct LayerStep(LayerKind Kind, int Day, int Span = 0);
