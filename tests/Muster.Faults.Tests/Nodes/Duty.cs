namespace Muster.Faults.Tests.Nodes;

/// <summary>Who has a duty, and under which number.</summary>
internal sealed record Duty(string? Holder, int Timeline, long Epoch, string Because);
