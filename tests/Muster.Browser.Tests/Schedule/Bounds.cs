namespace Muster.Browser.Tests.Schedule;

/// <summary>From the least to the most, as work plans say it.</summary>
internal sealed record Bounds(int Min, int Max);
