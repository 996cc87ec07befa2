using Muster.Storage.BuiltIn;

namespace Muster.Storage.Tests.BuiltIn;

public sealed class BallastTests
{
    private const long Megabyte = 1024 * 1024;

    [Fact]
    [Trait("Needs", "root")]
    public async Task The_ballast_takes_real_blocks()
    {
        await using var disk = await SmallDisk.MountAsync(megabytes: 32);
        var ballast = new Ballast(disk.Data, disk.Settings with { BallastMegabytes = 16, LowSpaceMegabytes = 8 });

        Assert.True(ballast.Make(disk.Data.FreeBytes));

        Assert.InRange(disk.Data.FreeBytes, 0, 16 * Megabyte);
    }

    [Fact]
    public async Task No_ballast_is_made_that_would_itself_make_space_low()
    {
        await using var directory = new TestDirectory();
        var ballast = new Ballast(
            directory.Data, directory.Settings() with { BallastMegabytes = 16, LowSpaceMegabytes = 8 });

        Assert.False(ballast.Make((24 * Megabyte) - 1));
        Assert.False(ballast.Exists);
        Assert.True(ballast.Make(24 * Megabyte));
    }

    [Fact]
    [Trait("Needs", "root")]
    public async Task A_server_on_a_full_disk_starts_by_giving_up_the_ballast()
    {
        await using var disk = await SmallDisk.MountAsync(megabytes: 192);
        var settings = disk.Settings with { BallastMegabytes = 40, LowSpaceMegabytes = 8 };
        await using (await TestPostgres.StartAsync(settings))
        {
        }

        disk.Fill();
        var log = new EventLog();

        await using var postgres = await TestPostgres.StartAsync(settings, log);

        Assert.Equal(1, await TestPostgres.AskAsync(postgres.ConnectionString, "SELECT 1"));
        Assert.Contains(LogEvents.BallastReleased, log.Ids);
        Assert.False(File.Exists(disk.Data.Ballast));
    }

    [Fact]
    [Trait("Needs", "root")]
    public async Task A_full_disk_without_ballast_is_refused_with_the_remedy_and_loses_nothing()
    {
        await using var disk = await SmallDisk.MountAsync(megabytes: 192);
        await using (var first = await TestPostgres.StartAsync(disk.Settings))
        {
            await TestPostgres.WriteAsync(first.ConnectionString, "kept");
        }

        disk.Fill();
        var refusal = await TestPostgres.RefusalAsync(disk.Settings);
        disk.Empty();
        await using var second = await TestPostgres.StartAsync(disk.Settings);

        Assert.Equal(BuiltInPostgresFailure.NoSpace, refusal.Failure);
        Assert.Equal("kept", await TestPostgres.ReadAsync(second.ConnectionString));
    }

    [Fact]
    [Trait("Needs", "root")]
    public async Task The_alarm_begins_and_ends_once_and_the_ballast_comes_back()
    {
        await using var disk = await SmallDisk.MountAsync(megabytes: 192);
        var log = new EventLog();
        var settings = disk.Settings with { BallastMegabytes = 16, LowSpaceMegabytes = 8 };
        await using var postgres = await TestPostgres.StartAsync(settings, log);

        Assert.True(postgres.ReleaseBallast());
        disk.Fill();
        Assert.True(postgres.Check().IsLow);
        Assert.True(postgres.Check().IsLow);
        disk.Empty();
        Assert.False(postgres.Check().IsLow);

        Assert.True(File.Exists(disk.Data.Ballast));
        Assert.Single(log.Ids, LogEvents.SpaceLow);
        Assert.Single(log.Ids, LogEvents.SpaceEnough);
    }
}
