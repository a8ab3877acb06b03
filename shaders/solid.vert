// Lit triangles that do not move: slabs, kerbs, trees, at every tile. Light is computed here, the
// faces are flat.
layout(location = 0) in vec3 position;
layout(location = 1) in vec3 normal;
layout(location = 2) in vec4 rgba;
layout(location = 4) in vec2 origin;

out vec3 vColor;
out float vFog;

void main() {
    gl_Position = viewProjection * vec4(position.xy + origin, position.z, 1.0);
    vec3 ambient = mix(groundColor.rgb, skyColor.rgb, normal.z * 0.5 + 0.5);
    vec3 lit = ambient + lightColor.rgb * max(dot(normal, light.xyz), 0.0);
    vColor = sqrt(rgba.rgb * rgba.rgb * lit);
    vFog = (gl_Position.w - fogRange.x) * fogRange.y;
}
