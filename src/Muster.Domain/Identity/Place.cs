namespace Muster.Domain.Identity;

/// <summary>
/// Where a resource lives. A management unit always names its business unit too, so that a grant on the business unit
/// covers it. <see cref="Installation"/> is for what belongs to no unit: users, options, nodes.
/// </summary>
public readonly record struct Place
{
    private Place(Guid? businessUnit, Guid? managementUnit) =>
        (BusinessUnit, ManagementUnit) = (businessUnit, managementUnit);

    public Guid? BusinessUnit { get; }

    public Guid? ManagementUnit { get; }

    public static Place Installation { get; }

    public static Place InBusinessUnit(Guid businessUnit) => new(businessUnit, null);

    public static Place InManagementUnit(Guid businessUnit, Guid managementUnit) => new(businessUnit, managementUnit);
}
