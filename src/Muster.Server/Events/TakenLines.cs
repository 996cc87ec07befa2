namespace Muster.Server.Events;

/// <summary>
/// What a request has brought so far. A few blocks are on their way at once; the next is read when one is committed.
/// </summary>
public sealed class TakenLines(int run, long position)
{
    private const int MostOnTheWay = 3;

    private readonly Queue<(LineBlock Block, Task<ChunkCounts> Done)> _onTheWay = [];
    private readonly List<RejectedLine> _rejected = [];

    public bool HasBegun { get; private set; }

    public ChunkCounts Counts { get; private set; } = new(0, 0, 0, 0, run, position);

    public IReadOnlyList<RejectedLine> Rejected => _rejected;

    public async Task AddAsync(LineBlock block, Task<ChunkCounts> done, CancellationToken token)
    {
        HasBegun = true;
        _onTheWay.Enqueue((block, done));
        if (_onTheWay.Count >= MostOnTheWay)
        {
            await SettleAsync(token);
        }
    }

    public async Task EndAsync(CancellationToken token)
    {
        while (_onTheWay.Count > 0)
        {
            await SettleAsync(token);
        }
    }

    private async Task SettleAsync(CancellationToken token)
    {
        var (block, done) = _onTheWay.Dequeue();
        Counts += await done.WaitAsync(token);
        _rejected.AddRange(RejectedLine.Of(block.Lines).Take(RejectedLine.Most - _rejected.Count));
    }
}
