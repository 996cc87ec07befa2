using Microsoft.Extensions.Logging;

namespace Muster.Storage.BuiltIn;

/// <summary>Brings a data directory to the point where its server can be started. Needs the directory's lock.</summary>
internal sealed class ClusterPreparation(
    BuiltInPostgresSettings settings,
    DataDirectory directory,
    TimeProvider time,
    ILogger<BuiltInPostgres> logger)
{
    public async Task<Cluster> RunAsync(CancellationToken token)
    {
        if (new Ballast(directory, settings).ReleaseWhenFull())
        {
            logger.BallastReleased(settings.BallastMegabytes, directory.Ballast);
        }

        var user = await ClusterUser.ChooseAsync(directory, settings.RunAsUser, token);
        await user.MustEnterAsync(directory.Path, token);
        var reaped = await new ClusterReaper(directory, time).ReapAsync(politely: settings.Durable, token);
        if (reaped > 0)
        {
            logger.LeftoversReaped(reaped, directory.Cluster);
        }

        ClusterCreation.ClearHalfMade(directory);
        var programs = await new ProgramSearch(settings.Places, directory, user).FindAsync(token);
        AccessFiles.Write(directory, user);
        var cluster = new Cluster(directory, user, programs, settings.Durable)
        {
            SocketDirectory = SocketDirectory.Prepare(directory, user),
        };
        await CreateIfMissingAsync(cluster, token);
        return cluster;
    }

    private async Task CreateIfMissingAsync(Cluster cluster, CancellationToken token)
    {
        if (!Directory.Exists(directory.Cluster))
        {
            await new ClusterCreation(cluster).RunAsync(token);
            logger.ClusterCreated(directory.Cluster, cluster.Programs.Folder, cluster.User.Name);
        }
    }
}
