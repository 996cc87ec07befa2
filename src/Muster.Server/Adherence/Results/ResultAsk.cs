using Muster.Storage.Adherence;

namespace Muster.Server.Adherence.Results;

/// <summary>Whoever writes results asks for the next ones; the strand of adherence answers.</summary>
/// <param name="Written">The number of the batch that is stored now; null: it is not known what is stored.</param>
internal sealed record ResultAsk(long? Written)
{
    /// <summary>Null: all is read anew, so it has to be asked again.</summary>
    public TaskCompletionSource<ResultBatch?> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How the database stood after it was asked; null: it was not looked yet.</summary>
    public ResultLook? Look { get; set; }
}
