namespace Muster.Server.Commands;

/// <summary>What <c>muster build</c> was asked for.</summary>
internal sealed record BuildOrder(FileInfo File, int Seconds, long Seed, FileInfo? Out);
