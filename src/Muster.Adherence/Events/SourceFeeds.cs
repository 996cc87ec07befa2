namespace Muster.Adherence.Events;

/// <summary>All sources by their numbers.</summary>
internal sealed class SourceFeeds
{
    private readonly List<SourceFeed> _feeds = [];

    public int Count => _feeds.Count;

    public SourceFeed this[int source]
    {
        get
        {
            while (_feeds.Count <= source)
            {
                _feeds.Add(new SourceFeed());
            }

            return _feeds[source];
        }
    }

    /// <summary>Whether no source was ever silent as seen from a second, as far as known now.</summary>
    public bool AreWhole(uint now)
    {
        foreach (var feed in _feeds)
        {
            if (feed.HasGaps || feed.IsSilentAt(now))
            {
                return false;
            }
        }

        return true;
    }
}
