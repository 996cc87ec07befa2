using Muster.Server.Scheduling;

namespace Muster.Server.Roles;

/// <summary>The role <c>builder</c>: a node of the pool that builds schedules.</summary>
public static class BuilderRole
{
    public static void AddServices(IServiceCollection services) => services.AddHostedService<BuilderPool>();
}
