using Muster.Domain.Sources;

namespace Muster.Domain.Synchronization;

/// <summary>What a source has said last of an object, and what it is in Muster.</summary>
/// <param name="Entity">Null while it is nothing in Muster: out of the level, or not usable.</param>
/// <param name="Last">Null when nothing has been kept yet.</param>
public sealed record MirroredObject(ObjectKind Kind, string ExternalId, Guid? Entity, SourceObject? Last)
{
    /// <param name="isCurrent">It was read from the source just now, not out of a feed.</param>
    public MirrorVerdict Judge(SourceObject said, bool isCurrent)
    {
        var isSame = Last is { } && SourceJson.AreAlike(Last.Content, said.Content);
        return (Last, said.Version) switch
        {
            (null, _) => MirrorVerdict.Newer,
            ({ Version: { } kept }, { } version) when kept != version =>
                version > kept ? MirrorVerdict.Newer : MirrorVerdict.Older,
            _ when isSame => MirrorVerdict.Same,
            _ when isCurrent => MirrorVerdict.Newer,
            _ => MirrorVerdict.Unclear,
        };
    }
}
