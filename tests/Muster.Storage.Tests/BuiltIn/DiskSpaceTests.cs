using Muster.Storage.BuiltIn;

namespace Muster.Storage.Tests.BuiltIn;

public sealed class DiskSpaceTests
{
    private const long Megabyte = 1024 * 1024;

    private static readonly BuiltInPostgresSettings Settings =
        new() { DataDirectory = "/data", LowSpaceMegabytes = 512 };

    [Fact]
    public void Exactly_the_limit_is_enough()
    {
        Assert.False(DiskSpace.Judge(512 * Megabyte, ballastExists: true, Settings).IsLow);
    }

    [Fact]
    public void A_byte_less_than_the_limit_is_an_alarm_with_advice()
    {
        var space = DiskSpace.Judge((512 * Megabyte) - 1, ballastExists: true, Settings);

        Assert.True(space.IsLow);
        Assert.StartsWith("Only 511 MB are free on the disk of /data", space.Sentence);
        Assert.Contains("\nMaybe ", space.Sentence);
    }

    [Fact]
    public void The_alarm_says_when_the_ballast_is_gone()
    {
        Assert.Contains("ballast is gone", DiskSpace.Judge(0, ballastExists: false, Settings).Sentence);
        Assert.DoesNotContain(
            "ballast", DiskSpace.Judge(0, ballastExists: false, Settings with { BallastMegabytes = 0 }).Sentence);
    }
}
