namespace Muster.Storage.Api;

/// <summary>
/// Answers to POSTs that carried an Idempotency-Key, written in the transaction of the change. A second request with
/// the
/// same key waits for the first one's transaction, then finds its answer.
/// </summary>
public sealed class IdempotencyStore(Database database)
{
    // Waits while another transaction holds the same key, so that two requests at once are done once.
    private const string Claim = """
        INSERT INTO idempotent_answer (caller, key_hash, request_hash, sealed, created_at) VALUES ($1, $2, $3, '', $4)
        ON CONFLICT DO NOTHING
        """;

    private const string Select = """
        SELECT request_hash, sealed FROM idempotent_answer WHERE caller = $1 AND key_hash = $2
        """;

    private const string Complete = """
        UPDATE idempotent_answer SET sealed = $3 WHERE caller = $1 AND key_hash = $2
        """;

    private const string DeleteOld = """
        DELETE FROM idempotent_answer
        WHERE ctid = ANY (ARRAY(SELECT ctid FROM idempotent_answer WHERE created_at < $1 LIMIT $2))
        """;

    /// <returns>Null when the key is new and now ours; else the answer given before.</returns>
    public async Task<KeptAnswer?> ClaimAsync(
        WriteTransaction transaction, IdempotencyKey key, byte[] requestHash, CancellationToken token)
    {
        var claimed = await transaction.Command(Claim, key.Caller, key.Hash, requestHash, transaction.Context.At)
            .ExecuteAsync(token);
        return claimed == 1
            ? null
            : await transaction.Command(Select, key.Caller, key.Hash)
                .FirstAsync(row => new KeptAnswer((byte[])row[0], (byte[])row[1]), token);
    }

    public Task CompleteAsync(
        WriteTransaction transaction, IdempotencyKey key, byte[] sealedAnswer, CancellationToken token) =>
        transaction.Command(Complete, key.Caller, key.Hash, sealedAnswer).ExecuteAsync(token);

    public Task<int> DeleteOldAsync(DateTimeOffset before, CancellationToken token) =>
        database.DeleteBeforeAsync(DeleteOld, before, token);
}
