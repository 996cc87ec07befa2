namespace Muster.Server.Roles;

/// <summary>
/// The role <c>builder</c>: a node of the pool. It joins the cluster and the mesh, which every node does; builds come to
/// it as jobs.
/// </summary>
public static class BuilderRole
{
    public static void AddServices(IServiceCollection services)
    {
        // Nothing beyond what every node has: there are no jobs in this version.
    }
}
