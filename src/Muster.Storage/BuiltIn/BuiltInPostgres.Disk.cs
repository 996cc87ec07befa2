namespace Muster.Storage.BuiltIn;

public sealed partial class BuiltInPostgres
{
    private bool _spaceWasLow;

    /// <summary>
    /// Looks at the disk, logs when the alarm begins or ends, and makes a missing ballast anew once there is room. For
    /// one caller at a time, who asks every few seconds.
    /// </summary>
    public DiskSpace Check()
    {
        var free = _cluster.Directory.FreeBytes;
        if (!_ballast.Exists && State.Status == PostgresStatus.Running && _ballast.Make(free))
        {
            free = _cluster.Directory.FreeBytes;
        }

        var space = DiskSpace.Judge(free, _ballast.Exists, _settings);
        if (space.IsLow && !_spaceWasLow)
        {
            _logger.SpaceLow(space.Sentence);
        }
        else if (!space.IsLow && _spaceWasLow)
        {
            _logger.SpaceEnough(space.Sentence);
        }

        _spaceWasLow = space.IsLow;
        return space;
    }

    /// <summary>Gives up the ballast, so that a start on a full disk succeeds; false when there is none.</summary>
    public bool ReleaseBallast()
    {
        var released = _ballast.Release();
        if (released)
        {
            _logger.BallastReleased(_settings.BallastMegabytes, _cluster.Directory.Ballast);
        }

        return released;
    }

    private void MakeBallast()
    {
        var free = _cluster.Directory.FreeBytes;
        if (!_ballast.Make(free))
        {
            _logger.BallastNotMade(_cluster.Directory.Ballast, free);
        }
    }
}
