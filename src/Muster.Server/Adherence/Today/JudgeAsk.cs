using Muster.Cluster.Streams;

namespace Muster.Server.Adherence.Today;

/// <summary>Somebody waits until adherence is judged by a change.</summary>
internal sealed record JudgeAsk(ScopeDelta Delta)
{
    public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
