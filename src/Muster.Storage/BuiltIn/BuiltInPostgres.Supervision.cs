namespace Muster.Storage.BuiltIn;

public sealed partial class BuiltInPostgres
{
    private volatile PostgresState _state = PostgresState.Starting;

    /// <summary>For a health check: what the server does, in a sentence. A new object for each change.</summary>
    public PostgresState State => _state;

    private void SetState(PostgresState state) => _state = state;

    /// <summary>Runs until the stop. The server that it is given is its own to dispose.</summary>
    private async Task SuperviseAsync(Postmaster postmaster)
    {
        var backoff = default(RestartBackoff);
        try
        {
            while (true)
            {
                var start = _time.GetTimestamp();
                await postmaster.Exited.WaitAsync(_stop.Token);
                SetState(PostgresState.Restarting);
                _logger.PostgresDied(postmaster.Id, postmaster.Said);
                postmaster.Dispose();
                backoff = backoff.AfterLife(_time.GetElapsedTime(start));
                (postmaster, backoff) = await StartAgainAsync(backoff);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            postmaster.Dispose();
        }
    }

    /// <summary>Tries for ever: a full disk or a missing file may be put right while Muster runs.</summary>
    private async Task<(Postmaster Postmaster, RestartBackoff Backoff)> StartAgainAsync(RestartBackoff backoff)
    {
        while (true)
        {
            await Task.Delay(backoff.Delay, _time, _stop.Token);
            try
            {
                await _reaper.ReapAsync(politely: false, _stop.Token);
                return (await StartServerAsync(_stop.Token), backoff.Next);
            }
            catch (Exception error) when (
                error is BuiltInPostgresException or IOException or UnauthorizedAccessException)
            {
                backoff = backoff.Next;
                SetState(PostgresState.FailedBecause(error.Message));
                _logger.PostgresRestartFailed(backoff.Delay, error.Message);
            }
        }
    }

    private async Task<Postmaster> StartServerAsync(CancellationToken token)
    {
        var start = _time.GetTimestamp();
        var postmaster = await StartGivingUpBallastAsync(token);
        SetState(PostgresState.RunningAs(postmaster.Id));
        _logger.PostgresRunning(_cluster.Programs.Folder, postmaster.Id, _time.GetElapsedTime(start).TotalMilliseconds);
        return postmaster;
    }

    private async Task<Postmaster> StartGivingUpBallastAsync(CancellationToken token)
    {
        try
        {
            return await Postmaster.StartAsync(_cluster, _time, _logger, token);
        }
        catch (BuiltInPostgresException error) when (
            error.Failure == BuiltInPostgresFailure.NoSpace && ReleaseBallast())
        {
            return await Postmaster.StartAsync(_cluster, _time, _logger, token);
        }
    }
}
