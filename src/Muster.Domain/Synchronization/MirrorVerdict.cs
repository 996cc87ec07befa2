namespace Muster.Domain.Synchronization;

/// <summary>What a word of the source is worth beside the one that was kept.</summary>
public enum MirrorVerdict
{
    /// <summary>It counts.</summary>
    Newer,

    /// <summary>It has been heard before.</summary>
    Same,

    /// <summary>Something later has been heard already.</summary>
    Older,

    /// <summary>It cannot be told which is later: the source is to be asked what holds now.</summary>
    Unclear,
}
