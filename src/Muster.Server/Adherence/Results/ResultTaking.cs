using Muster.Server.Adherence.Today;
using Muster.Storage.Adherence;
using NodaTime;

namespace Muster.Server.Adherence.Results;

/// <summary>
/// Takes from the fold what is to be stored: remembers it until it is, and makes the rows of it for whoever writes.
/// Belongs to the strand of adherence.
/// </summary>
internal sealed class ResultTaking(ResultStore store, ResultDesk desk)
{
    // The strand judges nobody meanwhile: some 20 ms.
    private const int AgentsAtOnce = 250;
    private const int RowsAtOnce = 5_000;

    private static readonly Duration Quarter = Duration.FromMinutes(15);

    private readonly RowMaking _rows = new();
    private DueLedger _ledger = new();
    private Instant _from;

    // The newest look, and the newest of which all is judged.
    private ResultLook? _look;
    private ResultLook? _judged;

    private ResultHand? _hand;
    private long _number;

    /// <summary>Whether somebody waits for a look at the database.</summary>
    public bool WantsLook => desk.Waiting is { Written: null, Look: null };

    /// <summary>What wakes the strand.</summary>
    public void WhenAsked(Action called) => desk.Called = called;

    /// <summary>Nothing is known any more.</summary>
    public void Clear()
    {
        (_ledger, _look, _judged, _hand) = (new DueLedger(), null, null, null);
        if (desk.Waiting is { } ask)
        {
            desk.Answer(ask, null);
        }
    }

    /// <summary>Looks how far there is something to judge. Before sources and notices are looked at.</summary>
    /// <returns>False when all has to be read anew.</returns>
    public async Task<bool> LookAsync(TodayFold fold, CancellationToken token)
    {
        if (!desk.IsOpen)
        {
            return true;
        }

        if (!desk.IsUsed)
        {
            PutBack();
        }

        _ledger.Take(fold, QuarterOf(fold.AsOf));
        var ask = desk.Waiting;
        var look = await store.LookAsync(TodayFold.Scopes, token);
        if (_look is { } before && before.Timeline != look.Timeline)
        {
            return false;
        }

        _look = look;
        _ledger.Bound(look.Next);
        if (look.Stored is { } stored && IsGood(stored, look))
        {
            _ledger.Drop(stored);
        }

        desk.Remembered = _ledger.Count;
        if (ask is { Written: null })
        {
            ask.Look = look;
        }

        return true;
    }

    /// <summary>Answers who asks. Called when the fold has caught up and time has come to now.</summary>
    public void Step(TodayFold fold)
    {
        if (!desk.IsOpen)
        {
            return;
        }

        if (_from != fold.From)
        {
            // A day has passed: rows of earlier ones are made no longer, and which days are past is new.
            PutBack();
            _from = fold.From;
        }

        _judged = _look is { } look && fold.Has(look) ? look : _judged;
        desk.Begin();
        if (desk.Waiting is { } ask && IsReady(fold, ask))
        {
            desk.Answer(ask, Next(fold, ask));
        }
    }

    // What another has written is gone beyond, never back.
    private bool IsReady(TodayFold fold, ResultAsk ask)
    {
        if (_judged is not { } judged || ask.Written is not null)
        {
            return _judged is not null;
        }

        return ask.Look is { } look && judged.Oldest >= look.Oldest
            && (look.Stored is not { } stored || !IsGood(stored, look)
                || (judged.Oldest >= stored.Seen && QuarterOf(fold.AsOf) >= Instant.FromDateTimeOffset(stored.Until)));
    }

    private ResultBatch Next(TodayFold fold, ResultAsk ask)
    {
        if (_hand is { } hand && hand.Number == ask.Written)
        {
            hand.Finish();
            _hand = hand.Starts.Count == 0 ? null : hand;
        }
        else
        {
            PutBack();
        }

        _hand ??= Gather(fold, ask.Look?.Stored);
        _hand.Number = ++_number;
        foreach (var agent in _hand.Begin(AgentsAtOnce))
        {
            fold.AddRows(agent, (_hand.Starts[agent], _hand.Until), _rows);
            if (_rows.Count >= RowsAtOnce)
            {
                _hand.EndAt(agent);
                break;
            }
        }

        return new ResultBatch
        {
            Number = _number,
            Rows = _rows.Take(),
            Position = _hand.IsLast ? _hand.Position : null,
            Stored = ask.Look?.Stored,
            Past = _hand.Past,
        };
    }

    private ResultHand Gather(TodayFold fold, ResultPosition? stored)
    {
        _ledger.Take(fold, QuarterOf(fold.AsOf));
        if (stored is not null && _look is { } look && IsGood(stored, look))
        {
            _ledger.Drop(stored);
        }

        return new ResultHand(_ledger.TakeAll(), _ledger.Until, fold.PositionAt(_judged!, _ledger.Until), fold.Past);
    }

    private void PutBack()
    {
        if (_hand is { } hand)
        {
            _ledger.PutBack(hand.Starts);
            _hand = null;
        }
    }

    // One of another timeline counts other transactions. One that lies ahead was written before the database's clock
    // was set back: it is gone over once more.
    private static bool IsGood(ResultPosition stored, ResultLook look) =>
        stored.Timeline == look.Timeline && stored.Until <= look.At;

    private static Instant QuarterOf(Instant at) =>
        Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds() / (long)Quarter.TotalSeconds * (long)Quarter.TotalSeconds);
}
