in vec3 vNormal;
in vec3 vToEye;
in vec3 vColor;
in vec2 vShine;
in float vFog;
out vec4 color;

void main() {
    vec3 n = normalize(vNormal);
    vec3 toEye = normalize(vToEye);
    float diffuse = max(dot(n, light.xyz), 0.0);
    vec3 ambient = mix(groundColor.rgb, skyColor.rgb, n.z * 0.5 + 0.5);
    float shine = max(dot(n, normalize(light.xyz + toEye)), 0.0);
    shine *= shine;
    shine *= shine;
    shine *= shine;
    shine *= shine; // to the 16th
    float rim = 1.0 - max(dot(n, toEye), 0.0);
    vec3 base = vColor * vColor;
    vec3 lit = base * (ambient + lightColor.rgb * diffuse);
    lit += vShine.x * (shine * lightColor.rgb * 0.5 + rim * rim * rim * skyColor.rgb * 0.30);
    if (vShine.x > 0.8) {
        // Glass shows the sky, the more the flatter it is looked at.
        float up = reflect(-toEye, n).z;
        lit += skyColor.rgb * 0.22 * smoothstep(-0.2, 1.0, up) * (0.2 + rim);
    }
    lit = mix(lit, base, vShine.y);
    color = vec4(mix(sqrt(lit), fog.rgb, clamp(vFog, 0.0, 1.0)), 1.0);
}
