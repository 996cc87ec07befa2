using Muster.Domain.Sources;
using Muster.Domain.Synchronization;

namespace Muster.Domain.Tests.Synchronization;

public sealed class MirroredObjectTests
{
    [Theory]
    [InlineData(5L, 6L, "b", false, MirrorVerdict.Newer)]
    [InlineData(5L, 4L, "b", true, MirrorVerdict.Older)]
    [InlineData(5L, 5L, "a", false, MirrorVerdict.Same)]
    [InlineData(5L, 5L, "b", false, MirrorVerdict.Unclear)]
    [InlineData(5L, 5L, "b", true, MirrorVerdict.Newer)]
    [InlineData(null, null, "a", false, MirrorVerdict.Same)]
    [InlineData(null, null, "b", false, MirrorVerdict.Unclear)]
    [InlineData(null, null, "b", true, MirrorVerdict.Newer)]
    public void The_source_s_version_settles_what_is_later_else_the_source_is_asked(
        long? kept, long? said, string name, bool isCurrent, MirrorVerdict verdict)
    {
        var mirrored = new MirroredObject(ObjectKind.Tenant, "t", null, Said(kept, "a"));

        Assert.Equal(verdict, mirrored.Judge(Said(said, name), isCurrent));
    }

    [Fact]
    public void What_was_never_heard_of_is_new() => Assert.Equal(
        MirrorVerdict.Newer,
        new MirroredObject(ObjectKind.Tenant, "t", null, null).Judge(Said(null, "a"), isCurrent: false));

    private static SourceObject Said(long? version, string name) =>
        new(ObjectKind.Tenant, "t", version, null, new SourceTenant(name));
}
